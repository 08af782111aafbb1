/** Ten years of holidays entered by hand. */
export const mostCorrections = 400
/** Ten named weeks a year for ten years, and wards closed as often. */
export const mostStretches = 200

/** SQL condition: `leave`, a row of deputies, lasts at `:now`. */
export const leaveLasts = `leave.ended_at IS NULL AND leave.until_at > :now AND leave.from_at <= :now`

/** SQL for those on leave whom a member (`members` of the statement around it) stands in for, as JSON. */
export const standsInFor = `(
       SELECT json_group_array(leave.member_id) FROM deputies AS leave
       WHERE leave.org_id = :org AND leave.deputy_id = members.id AND ${leaveLasts}
     )`

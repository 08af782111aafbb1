/** What the bench asks for: ids of rounds, duties and people of the store it is run on. */
export type Scene = {
  rounds: number
  /** open rounds without a checklist, each with a member who may tick it off */
  ticks: { roundId: string; memberId: string }[]
  /** an open round with a checklist, which its member may see */
  page: { roundId: string; memberId: string }
  /** the duty whose feed is nearest to 500 rounds */
  dutyOfFeed: { id: string; rounds: number }
}

const missesAt = `CASE WHEN rounds.started_at < rounds.misses_at
    THEN max(rounds.misses_at, rounds.started_at + 86400000) ELSE rounds.misses_at END`
const countedAt = `iif(outcomes.late_entry = 1 AND outcomes.confirmed_at IS NULL, outcomes.entered_at, outcomes.performed_at)`

/** The state of a round at `:now`, as `stateOf` derives it; for a SELECT of rounds with `joinedOutcome`. */
export const stateText = `CASE
    WHEN rounds.withdrawn_at IS NOT NULL THEN 'withdrawn'
    WHEN outcomes.kind = 'excused' THEN 'excused'
    WHEN outcomes.kind = 'done' THEN CASE
      WHEN ${countedAt} >= ${missesAt} THEN 'made-up'
      WHEN ${countedAt} >= rounds.due_at THEN 'late'
      ELSE 'done' END
    WHEN :now >= ${missesAt} THEN 'missed'
    WHEN :now >= rounds.due_at THEN 'overdue'
    WHEN :now >= rounds.opens_at THEN 'open'
    ELSE 'planned' END`

/** Looked up only where there can be one. */
export const joinedOutcome = `LEFT JOIN outcomes ON outcomes.org_id = :org
    AND outcomes.round_id = iif(rounds.settled = 1 AND rounds.withdrawn_at IS NULL, rounds.id, NULL)`

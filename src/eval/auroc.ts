/**
 * How well a score tells one kind from another: the chance that one of the kind scores higher than one that is not (area under the receiver operating
 * characteristic, by ranks; ties count half). Not a number when either kind is missing.
 */
export function auroc(scores: { score: number; positive: boolean }[]): number {
  const sorted = scores.toSorted((a, b) => a.score - b.score)
  const positives = sorted.filter(({ positive }) => positive).length
  const negatives = sorted.length - positives
  let sum = 0
  for (let start = 0; start < sorted.length; ) {
    let end = start
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++
    // Places are counted from one; those that tie share the middle of theirs.
    for (let at = start; at < end; at++) if (sorted[at]?.positive) sum += (start + 1 + end) / 2
    start = end
  }
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

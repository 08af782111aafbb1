import { raw } from 'hono/html'
import { renderSVG } from 'uqr'

/** The text as a square to scan; the label says what it leads to. */
export function QrCode({ label, text }: { label: string; text: string }) {
  const svg = renderSVG(text, { ecc: 'M', border: 2 })
  return (
    <figure>
      <div role="img" aria-label={label}>
        {raw(svg.replace('<svg ', '<svg width="220" height="220" '))}
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  )
}

/** `<button hidden data-copy="ID" data-copied="WORD">` copies what stands in that field; without scripts it stays hidden. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const field = document.querySelector<HTMLInputElement>(`#${button.dataset.copy}`)
  if (!field) continue
  button.hidden = false
  button.addEventListener('click', () => void copy(field, button))
}

/** Where the page may not write to the clipboard (plain http) the text is selected, one key away from being copied. */
async function copy(field: HTMLInputElement, button: HTMLButtonElement): Promise<void> {
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
    button.textContent = button.dataset.copied ?? ''
  } catch {
    field.focus()
  }
}

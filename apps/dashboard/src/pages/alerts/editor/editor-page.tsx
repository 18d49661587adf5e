export function EditRule() {
  return null;
}
export function NewRule() {
  return null;
}

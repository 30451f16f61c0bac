/** Whether text is the beginning of a VRT: XML whose root is a VRTDataset. Comments and declarations may come first. */
export function isVrt(text: string): boolean {
  return /^\ufeff?\s*(<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<VRTDataset[\s>/]/.test(text)
}

/** What a card-hour costs. */
export function QuoteStep() {
  return <div className="screen" />;
}

/**
 * Appends to a store in a folder until it cannot, twice, and prints as JSON how many updates were promised to be there,
 * and the two reasons.
 */
import { SqliteStore } from '../stores';

const UPDATE = { bytes: new Uint8Array(50_000).fill(7), username: 'ada' };
const store = new SqliteStore(process.argv[2], 0);
let promised = 0;

async function fill(): Promise<string> {
  try {
    const { epoch } = await store.open('one', 'ada');
    while (promised < 1000) {
      promised = await store.append('one', epoch, [UPDATE]);
    }
    return '';
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}

const reasons = [await fill(), await fill()];
process.stdout.write(JSON.stringify({ promised, reasons }));
process.exit(0);

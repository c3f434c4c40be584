package org.peerage.composition.kernel;

/// Randomness with a seed, fast enough for a hot loop: the same seed gives the same numbers on every machine
/// (xorshift, whitened at the start by one step of splitmix). Not for secrets.
public final class Chance {

    private long state;

    public Chance(long seed) {
        long mixed = seed + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        state = mixed == 0 ? 1 : mixed;
    }

    /// A whole number from 0 to `bound` - 1.
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// A number from 0 (included) to 1 (excluded).
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public void shuffle(int[] values, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    private long next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }
}

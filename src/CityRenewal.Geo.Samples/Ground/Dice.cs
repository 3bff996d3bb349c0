namespace CityRenewal.Geo.Samples.Ground;

/// <summary>
/// Random numbers that depend only on what they are for: every block throws its own dice, so that threads do not matter.
/// SplitMix64 after Steele, Lea and Flood (2014).
/// </summary>
internal struct Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <summary>The dice of one thing of a topic.</summary>
    public static Dice For(int seed, Topic topic, int first, int second = 0, int third = 0)
    {
        var state = Mix(((ulong)(uint)seed << 8) + (ulong)topic);
        state = Mix(state ^ (uint)first);
        state = Mix(state ^ (uint)second);
        return new Dice(Mix(state ^ (uint)third));
    }

    /// <summary>Evenly in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Evenly between two values.</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>Evenly among the whole numbers from low to high, both included.</summary>
    public int Between(int low, int high) => low + (int)(Unit() * (high - low + 1));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Around zero with variance one, within ± 3: the sum of three even throws.</summary>
    public double Bell() => (Unit() + Unit() + Unit() - 1.5) * 2;

    /// <summary>One of the items, evenly.</summary>
    public T Of<T>(ReadOnlySpan<T> items) => items[(int)(Unit() * items.Length)];

    /// <summary>The index of one of the weights, in proportion to them; the weights sum to one.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var left = Unit();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>Scrambles 64 bits.</summary>
    public static ulong Mix(ulong bits)
    {
        bits += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    private ulong Next()
    {
        var result = Mix(_state);
        _state += 0x9E3779B97F4A7C15;
        return result;
    }
}

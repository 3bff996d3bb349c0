namespace CityRenewal.Geo.Fabric;

/// <summary>One bit per number: set, asked and taken back one by one.</summary>
internal sealed class Marks(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) >> 6];

    public bool this[int number] => (_words[number >> 6] & (1UL << number)) != 0;

    /// <summary>Sets a mark; false where it was set already.</summary>
    public bool Set(int number)
    {
        ref var word = ref _words[number >> 6];
        var bit = 1UL << number;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    public void Clear(int number) => _words[number >> 6] &= ~(1UL << number);
}

using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Numbers the words of a column by first appearance in the final order, without making a text of every row.</summary>
internal static class WordCodes
{
    /// <summary>Most different words that a column of codes can hold beside "unknown".</summary>
    public const int Most = ushort.MaxValue;

    public static CodeColumn Of(
        SourceColumn column, int[] order, Func<string, string> word, Action tooMany, ParallelOptions parallel)
    {
        var codes = new ushort[order.Length];
        var chunks = new List<byte[]>[FixedChunks.CountOf(order.Length)];
        Parallel.For(0, chunks.Length, parallel, chunk => chunks[chunk] = NumberChunk(column, order, codes, chunk));
        var numbers = new WordNumbers(word);
        var numberOf = Array.ConvertAll(chunks, words => words.ConvertAll(numbers.Of));
        Parallel.For(0, chunks.Length, parallel, chunk =>
        {
            foreach (ref var code in OfChunk(codes, chunk))
            {
                code = numberOf[chunk][code];
            }
        });
        if (numbers.IsFull)
        {
            tooMany();
        }

        return new CodeColumn(codes, [.. numbers.Words]);
    }

    private static Span<ushort> OfChunk(ushort[] codes, int chunk)
    {
        var start = chunk * FixedChunks.Size;
        return codes.AsSpan(start, Math.Min(FixedChunks.Size, codes.Length - start));
    }

    // A chunk has fewer rows than there are codes, so that its words can be numbered on their own first.
    private static List<byte[]> NumberChunk(SourceColumn column, int[] order, ushort[] codes, int chunk)
    {
        var words = new ChunkWords();
        var target = OfChunk(codes, chunk);
        for (var i = 0; i < target.Length; i++)
        {
            var row = order[(chunk * FixedChunks.Size) + i];
            target[i] = column is TextSource texts ? words.Of(texts.Values.Utf8(row)) : words.Of(Encoding.UTF8.GetBytes(column.TextOf(row)));
        }

        return words.Words;
    }

    /// <summary>The words of one chunk in the order of their appearance.</summary>
    private sealed class ChunkWords
    {
        private const int Slots = 1 << 14;

        private readonly ushort[] _slots = new ushort[Slots];

        public List<byte[]> Words { get; } = [];

        public ushort Of(ReadOnlySpan<byte> given)
        {
            var hash = 0u;
            foreach (var value in given)
            {
                hash = (hash * 0x0100_0193) ^ value;
            }

            for (var slot = (hash ^ (hash >> 15)) % Slots; ; slot = (slot + 1) % Slots)
            {
                if (_slots[slot] == 0)
                {
                    Words.Add(given.ToArray());
                    _slots[slot] = (ushort)Words.Count;
                }

                if (given.SequenceEqual(Words[_slots[slot] - 1]))
                {
                    return (ushort)(_slots[slot] - 1);
                }
            }
        }
    }

    private sealed class WordNumbers(Func<string, string> word)
    {
        private readonly Dictionary<string, ushort> _numberOfWord = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly Dictionary<string, ushort> _numberOfGiven = new(StringComparer.Ordinal) { [""] = 0 };

        public List<string> Words { get; } = [""];

        public bool IsFull { get; private set; }

        public ushort Of(byte[] utf8)
        {
            var given = Encoding.UTF8.GetString(utf8);
            if (_numberOfGiven.TryGetValue(given, out var number))
            {
                return number;
            }

            var read = word(given);
            if (!_numberOfWord.TryGetValue(read, out number))
            {
                if (Words.Count > Most)
                {
                    IsFull = true;
                    return 0;
                }

                number = _numberOfWord[read] = (ushort)Words.Count;
                Words.Add(read);
            }

            _numberOfGiven[given] = number;
            return number;
        }
    }
}

using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Numbers the words of a column by first appearance in the final order, without making a text of every row.</summary>
internal static class WordCodes
{
    /// <summary>Most different words that a column of codes can hold beside "unknown".</summary>
    public const int Most = ushort.MaxValue;

    public static CodeColumn Of(SourceColumn column, int[] order, Func<string, string> word, Action tooMany)
    {
        var numbers = new WordNumbers(word);
        var codes = new ushort[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            codes[i] = column is TextSource texts
                ? numbers.Of(texts.Values.Utf8(order[i]))
                : numbers.Of(Encoding.UTF8.GetBytes(column.TextOf(order[i])));
        }

        if (numbers.IsFull)
        {
            tooMany();
        }

        return new CodeColumn(codes, [.. numbers.Words]);
    }

    private sealed class WordNumbers(Func<string, string> word)
    {
        private readonly Dictionary<string, ushort> _numberOfWord = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _numberOfGiven =
            new Dictionary<string, ushort>(StringComparer.Ordinal) { [""] = 0 }.GetAlternateLookup<ReadOnlySpan<char>>();

        private byte[] _last = [];
        private ushort _lastNumber;

        public List<string> Words { get; } = [""];

        public bool IsFull { get; private set; }

        public ushort Of(ReadOnlySpan<byte> given)
        {
            if (!given.SequenceEqual(_last))
            {
                _lastNumber = NumberOf(given);
                _last = given.ToArray();
            }

            return _lastNumber;
        }

        private ushort NumberOf(ReadOnlySpan<byte> given)
        {
            Span<char> buffer = given.Length <= 256 ? stackalloc char[256] : new char[given.Length];
            var text = buffer[..Encoding.UTF8.GetChars(given, buffer)];
            if (_numberOfGiven.TryGetValue(text, out var number))
            {
                return number;
            }

            var read = word(text.ToString());
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

            _numberOfGiven[text] = number;
            return number;
        }
    }
}

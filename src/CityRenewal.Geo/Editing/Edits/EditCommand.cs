using System.Globalization;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Edits as lines of text: <c>add A001 P1 P2</c>, <c>remove</c>, <c>move A001 A002 P1</c>, <c>begin A010 P1</c> (or <c>-</c> for the next
/// number), <c>dissolve A001</c>, <c>lock in|out|free P1</c>, <c>split P12 x,y x,y</c>, <c>set retain|renovate|demolish B1 [for PURPOSE]</c>,
/// <c>resolve A001 [rings N | unit]</c>. Ids with blanks stand in double quotes.
/// </summary>
public static class EditCommand
{
    /// <summary>The words that a line can begin with, each with what follows it.</summary>
    public static IReadOnlyList<(string Word, string Follows)> Grammar { get; } =
    [
        ("add", "AREA PARCEL…"), ("remove", "AREA PARCEL…"), ("move", "FROM TO PARCEL…"), ("begin", "AREA|- PARCEL…"), ("dissolve", "AREA"),
        ("lock", "in|out|free PARCEL…"), ("split", "PARCEL X,Y X,Y…"), ("set", "retain|renovate|demolish BUILDING… [for PURPOSE]"),
        ("resolve", "AREA [rings N | unit]"),
    ];

    /// <summary>The edit of a line.</summary>
    /// <exception cref="EditException">The line is no edit.</exception>
    public static Edit Parse(string line)
    {
        var words = Words(line);
        var rest = words.Count > 0 ? words[1..] : [];
        return (words.Count > 0 ? words[0] : "") switch
        {
            "add" when rest.Count > 1 => new AddParcels(rest[0], rest[1..]),
            "remove" when rest.Count > 1 => new RemoveParcels(rest[0], rest[1..]),
            "move" when rest.Count > 2 => new MoveParcels(rest[0], rest[1], rest[2..]),
            "begin" when rest.Count > 1 => new BeginArea(rest[0] == BeginArea.Next ? "" : rest[0], rest[1..]),
            "dissolve" when rest.Count == 1 => new DissolveArea(rest[0]),
            "lock" when rest.Count > 1 && LockOf(rest[0]) is { } kind => new LockParcels(kind, rest[1..]),
            "split" when rest.Count > 2 => new SplitParcel(rest[0], [.. rest[1..].Select(word => PointOf(word, line))]),
            "set" when rest.Count > 1 && DispositionOf(rest[0]) is { } what => Decision(what, rest[1..]),
            "resolve" when rest.Count > 0 && ScopeOf(rest) is { } around => around,
            _ => throw NoEdit(line, words.Count > 0 ? words[0] : ""),
        };
    }

    /// <summary>The words of a line: apart by blanks, quotes taken off.</summary>
    /// <exception cref="EditException">A quote is left open.</exception>
    public static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool isQuoted = false, hasWord = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                (isQuoted, hasWord) = (!isQuoted, true);
            }
            else if (char.IsWhiteSpace(letter) && !isQuoted)
            {
                if (hasWord)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                hasWord = false;
            }
            else
            {
                word.Append(letter);
                hasWord = true;
            }
        }

        if (isQuoted)
        {
            throw Refusal(line, "A quote is left open.", "Close it: \"…\".");
        }

        if (hasWord)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>An id as a command has it.</summary>
    internal static string Quoted(string id) => id.Length == 0 || id.Any(char.IsWhiteSpace) ? $"\"{id}\"" : id;

    private static ParcelLock? LockOf(string word) => word switch
    {
        "in" => ParcelLock.In,
        "out" => ParcelLock.Out,
        "free" => ParcelLock.Free,
        _ => null,
    };

    private static Disposition? DispositionOf(string word) => word switch
    {
        "retain" => Disposition.Retain,
        "renovate" => Disposition.Renovate,
        "demolish" => Disposition.Demolish,
        _ => null,
    };

    private static SetDisposition Decision(Disposition what, List<string> words)
    {
        var at = words.IndexOf("for");
        return at < 0 ? new SetDisposition(what, words) : new SetDisposition(what, words[..at], string.Join(' ', words[(at + 1)..]));
    }

    private static ResolveAround? ScopeOf(List<string> words) => words switch
    {
        [var area] => new ResolveAround(area),
        [var area, "unit"] => new ResolveAround(area, Rings: null),
        [var area, "rings", var rings] when int.TryParse(rings, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => new ResolveAround(area, count),
        _ => null,
    };

    private static (double X, double Y) PointOf(string word, string line) =>
        word.Split(',') is [var x, var y]
        && double.TryParse(x, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
        && double.TryParse(y, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
            ? (east, north)
            : throw Refusal(line, $"'{word}' is no point.", "Write x,y without a blank, with points for decimals: 106.51,29.56.");

    private static EditException NoEdit(string line, string word) =>
        Grammar.FirstOrDefault(known => known.Word == word) is { Word: not null } known
            ? Refusal(line, $"'{word}' needs something else after it.", $"Write: {known.Word} {known.Follows}.")
            : Refusal(line, $"'{word}' is no edit.", $"Begin with one of: {string.Join(", ", Grammar.Select(each => each.Word))}.");

    private static EditException Refusal(string line, string message, string remedy) => new([new OptionProblem("command", line.Trim(), message, remedy)]);
}

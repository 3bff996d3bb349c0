using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>One attribute that the features of a layer carry in tiles.</summary>
/// <param name="Name">Its name, a word of the glossary with its unit.</param>
/// <param name="Type">String or Number, as TileJSON readers know them.</param>
/// <param name="Meaning">What it means, for people.</param>
/// <param name="FromZoom">The lowest zoom whose tiles carry it: what differs from feature to feature would fill the others.</param>
/// <param name="Write">Writes the value of a row under a key; an unknown one is left out.</param>
internal sealed record TileField(string Name, string Type, string Meaning, int FromZoom, Action<LayerSink, int, int> Write)
{
    /// <summary>From this zoom on, tiles carry what tells one feature from the next.</summary>
    public const int DetailZoom = 14;

    public static TileField Text(string name, string meaning, TextColumn texts, int fromZoom = 0) =>
        new(name, "String", meaning, fromZoom, (sink, key, row) =>
        {
            if (texts.Utf8(row) is { Length: > 0 } text)
            {
                sink.Text(key, text);
            }
        });

    public static TileField Word(string name, string meaning, CodeColumn words)
    {
        var utf8 = words.Words.Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        return new(name, "String", meaning, 0, (sink, key, row) =>
        {
            if (utf8[words.Codes[row]] is { Length: > 0 } word)
            {
                sink.Text(key, word);
            }
        });
    }

    /// <summary>Words of an enumeration; an empty one is left out.</summary>
    public static TileField Word(string name, string meaning, Func<int, string> wordOf) =>
        new(name, "String", meaning, 0, (sink, key, row) =>
        {
            if (wordOf(row) is { Length: > 0 } word)
            {
                sink.Text(key, System.Text.Encoding.UTF8.GetBytes(word));
            }
        });

    /// <summary>A real number, rounded to so many decimals; NaN is unknown.</summary>
    public static TileField Real(string name, string meaning, Func<int, double> numberOf, int decimals, int fromZoom = 0) =>
        new(name, "Number", meaning, fromZoom, (sink, key, row) =>
        {
            if (numberOf(row) is var number && double.IsFinite(number))
            {
                sink.Real(key, Math.Round(number, decimals));
            }
        });

    public static TileField Whole(string name, string meaning, Func<int, int> numberOf) =>
        new(name, "Number", meaning, 0, (sink, key, row) =>
        {
            if (numberOf(row) is var number && number != Unknown.Integer)
            {
                sink.Whole(key, number);
            }
        });
}

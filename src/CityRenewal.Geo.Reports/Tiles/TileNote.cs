namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>What a tile does not show as it is.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="ShownAs">What its features stand for: those of the layer itself (feature), block or planning_unit.</param>
/// <param name="Shown">Features in the tile.</param>
/// <param name="Of">Features of the layer that lie in the tile.</param>
internal sealed record TileNote(string Layer, string ShownAs, int Shown, int Of)
{
    /// <summary>The layer of a tile that holds its notes: a point in the middle for each.</summary>
    public const string LayerName = "tile_notes";

    private static readonly string[] Keys = ["layer", "shown_as", "shown", "of"];

    /// <summary>The attributes of a note, with what each means.</summary>
    public static readonly IReadOnlyList<(string Name, string Type, string Meaning)> Fields =
    [
        ("layer", "String", "the layer that the tile does not show whole"),
        ("shown_as", "String", "feature where the smallest are left out, block or planning_unit where they stand for parcels"),
        ("shown", "Number", "features of the layer in the tile"),
        ("of", "Number", "features that lie in the tile"),
    ];

    public static void Write(IReadOnlyList<TileNote> notes, LayerSink sink, ByteSink tile)
    {
        sink.Clear();
        foreach (var note in notes)
        {
            sink.Text(0, System.Text.Encoding.UTF8.GetBytes(note.Layer));
            sink.Text(1, System.Text.Encoding.UTF8.GetBytes(note.ShownAs));
            sink.Whole(2, note.Shown);
            sink.Whole(3, note.Of);
            sink.Point(0, TileAddress.Extent / 2, TileAddress.Extent / 2);
        }

        sink.WriteTo(tile, LayerName, Keys);
    }
}

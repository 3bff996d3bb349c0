using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// One kind of parcels is the partition of the land. Where presets find several (宗地 and 图斑 over the same ground), the one
/// that comes first among the presets is taken, and the others are left out and said so.
/// </summary>
internal static class OnePartition
{
    /// <summary>The sheets that become the city.</summary>
    public static IReadOnlyList<ReadSheet> Of(IReadOnlyList<ReadSheet> sheets, List<ImportedSource> sources)
    {
        var parcels = sheets.Where(sheet => sheet.Mapping.Layer == LayerNames.Parcels).ToList();
        if (parcels.Count < 2 || parcels.Any(sheet => !sheet.Mapping.IsPreset))
        {
            return sheets;
        }

        var first = parcels.Min(sheet => Presets.RankOf(sheet.Mapping));
        var left = parcels.Where(sheet => Presets.RankOf(sheet.Mapping) > first).ToHashSet();
        var kept = parcels.First(sheet => Presets.RankOf(sheet.Mapping) == first);
        foreach (var sheet in left)
        {
            var source = sources[sheet.Source];
            var note = $"left out: {sources[kept.Source].SourceLayer} is the partition of the land already; a mapping can choose otherwise";
            sources[sheet.Source] = source with { Layer = "", Features = 0, Epsg = 0, Notes = [note, .. source.Notes] };
        }

        return [.. sheets.Where(sheet => !left.Contains(sheet))];
    }
}

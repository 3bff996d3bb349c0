using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The shapes of several sheets of one kind, one after the other.</summary>
internal static class JoinedShapes
{
    /// <summary>All shapes in the order of the sheets.</summary>
    public static SourceShapes Of(IReadOnlyList<SourceShapes> sheets)
    {
        List<int> rings = [0], features = [0];
        foreach (var sheet in sheets)
        {
            int vertices = rings[^1], before = rings.Count - 1;
            rings.AddRange(sheet.RingStart.Skip(1).Select(start => start + vertices));
            features.AddRange(sheet.FeatureStart.Skip(1).Select(start => start + before));
        }

        var hasHoles = sheets.Any(sheet => sheet.IsHole.Length > 0);
        return new SourceShapes
        {
            Kind = sheets[0].Kind,
            X = [.. sheets.SelectMany(sheet => sheet.X)],
            Y = [.. sheets.SelectMany(sheet => sheet.Y)],
            RingStart = [.. rings],
            FeatureStart = [.. features],
            IsHole = hasHoles ? [.. sheets.SelectMany(sheet => sheet.IsHole.Length > 0 ? sheet.IsHole : new bool[sheet.RingStart.Length - 1])] : [],
        };
    }
}

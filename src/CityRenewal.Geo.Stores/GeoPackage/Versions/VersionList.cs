using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>Tells of every version of every layer what it changed, from the rows that the file keeps of both.</summary>
internal static class VersionList
{
    /// <summary>The changes of a layer's versions from <paramref name="firstVersion"/> on, oldest first, then by layer.</summary>
    internal static IReadOnlyList<LayerChange> Of(
        FileSnapshot snapshot, int firstVersion, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        CitySchema.Check(snapshot.File);
        return Of(LayerVersion.ReadAll(snapshot.File), firstVersion, version =>
        {
            progress?.Report(new WorkProgress($"Comparing versions of {version.Layer}", 0));
            return CityFileReader.ReadVersion(snapshot, version.Layer, version.Version, cancel);
        });
    }

    /// <summary>The same of versions that are read one by one, each when it is compared.</summary>
    internal static IReadOnlyList<LayerChange> Of(IReadOnlyList<LayerVersion> all, int firstVersion, Func<LayerVersion, SourceLayer> read)
    {
        var changes = new List<LayerChange>();
        foreach (var versions in all.GroupBy(version => version.Layer))
        {
            (LayerVersion Version, SourceLayer Layer)? before = null;
            foreach (var version in versions.OrderBy(version => version.Version))
            {
                if (version.Version < firstVersion && versions.Any(later => later.Version > version.Version && later.Version < firstVersion))
                {
                    continue;
                }

                var present = (version, read(version));
                if (version.Version >= firstVersion)
                {
                    changes.Add(before is { } last ? LayerComparison.Between(last, present) : LayerComparison.First(version, present.Item2));
                }

                before = present;
            }
        }

        return [.. changes.OrderBy(change => change.Version.Version).ThenBy(change => LayerNames.All.ToList().IndexOf(change.Version.Layer))];
    }
}

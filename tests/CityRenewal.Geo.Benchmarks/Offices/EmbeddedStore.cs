using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Benchmarks.Offices;

/// <summary>Parcels into a city file and features out of it, beside ogr2ogr.</summary>
internal static class EmbeddedStore
{
    private static readonly (string Load, string Index) In = ("parcels into a GeoPackage, no index yet", "their R-tree");

    internal static void Run(TrialBook book, IReadOnlyList<SourceLayer> layers, string folder)
    {
        var parcels = layers.First(layer => layer.Name == LayerNames.Parcels);
        var count = parcels.Shapes.Count;
        string city = Path.Combine(folder, "parcels.gpkg"), copy = Path.Combine(folder, "copy.gpkg");
        StagedRun.Enter(
            book, In, ("ours", count, "hashed, legal areas measured, laid along a curve; with the R-tree: lists, styles, statistics, on the disk"),
            (() => File.Delete(city), progress => CityFile.Write(city, [parcels], progress: progress)));
        if (book.HasPeers)
        {
            book.Peer("stores", In.Load, "ogr2ogr -f GPKG", count, count, () => Ogr.ToGeoPackage(city, copy), note: "copied only");
            book.Peer("stores", In.Index, "ogr2ogr -f GPKG", count, count, () => Ogr.IndexGeoPackage(copy), runs: 1);
        }

        book.Ours("stores", "parcels out of a GeoPackage in sheets", count, count, () => Drain(CityFile.ReadSheets(city, LayerNames.Parcels)), "one thread");
        if (book.HasPeers)
        {
            book.Peer("stores", "parcels out of a GeoPackage in sheets", "ogr2ogr -f Memory", count, count, () => Ogr.Read(city, LayerNames.Parcels));
        }
    }

    internal static int Drain(IEnumerable<SourceLayer> sheets) => sheets.Sum(sheet => sheet.Shapes.Count);
}

using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>The cadastre: a Shapefile in GBK that says so nowhere, areas in three units, holders with their numbers.</summary>
internal sealed class LandOffice(SourceLayer parcels, int seed, List<OfficeTruth> truth)
{
    private const string File = "ZDJBXX.shp";

    private static readonly double[] SquareMetres = [1, 10_000.0 / 15, 10_000];

    private static readonly string[] UnitWords = ["㎡", "亩", "公顷"];

    /// <summary>The parcels.</summary>
    public OfficeFile Parcels()
    {
        var rows = OfficeLayer.RowsOf(parcels).ToList();
        var declared = ((RealSource)parcels.Column("declared_area_m2")!).Values;
        var units = rows.Select(row => Dice.For(seed, Topic.Office, 0, row).Weighted([0.6, 0.27, 0.13])).ToArray();
        var written = rows.Select(row => Math.Round(declared[row] / SquareMetres[units[row]], 4)).ToArray();
        AddTruth(units, written);
        var layer = OfficeLayer.Of("ZDJBXX", Bend.Epsg, parcels.Shapes,
        [
            OfficeLayer.Renamed(parcels, "parcel_id", "ZDDM"),
            new RealSource("ZDMJ", written),
            OfficeLayer.Text("MJDW", units.Select(unit => (unit + 1).ToString(CultureInfo.InvariantCulture))),
            OfficeLayer.Renamed(parcels, "land_use", "YDYHFLDM"),
            OfficeLayer.Text("权利人", rows.Select(row => Dice.For(seed, Topic.Office, 1, row).Chance(0.9) ? Fictitious.Name(row + 1) : null)),
            OfficeLayer.Text("ZJHM", rows.Select(row => Dice.For(seed, Topic.Office, 2, row).Chance(0.7) ? Fictitious.Identity(row + 1) : null)),
            OfficeLayer.Renamed(parcels, "far_limit", "RJL"),
            OfficeLayer.Text("QLSDFS", rows.Select(row => Position(parcels.Column("rights_position")!.TextOf(row)))),
        ]);
        return new OfficeFile(File, OfficeFormat.Shapefile, [layer]);
    }

    private void AddTruth(int[] units, double[] written)
    {
        var ids = parcels.Column("parcel_id")!;
        for (var row = 0; row < written.Length; row++)
        {
            var value = written[row] * SquareMetres[units[row]];
            truth.Add(new OfficeTruth(
                File, LayerNames.Parcels, ids.TextOf(row), "declared_area_m2",
                double.IsNaN(value) ? "" : written[row].ToString("0.0000", CultureInfo.InvariantCulture) + UnitWords[units[row]],
                double.IsNaN(value) ? "" : value.ToString("0.####", CultureInfo.InvariantCulture)));
        }
    }

    private static string? Position(string word) => word switch { "above" => "1", "surface" => "2", "underground" => "3", _ => null };
}

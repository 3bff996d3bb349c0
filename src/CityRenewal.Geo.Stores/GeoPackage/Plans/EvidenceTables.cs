using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The evidence of findings as tables: what every feature gave to a sum, and strips no wider than the layers are accurate.</summary>
internal static class EvidenceTables
{
    internal static IEnumerable<NamedTable> Of(IReadOnlyList<Finding> findings, City city)
    {
        yield return new NamedTable(
            "finding_parts", "证据明细 What every feature gave", ["area_id", "rule", "kind", "id", "above", "below"],
            from finding in findings
            from part in finding.Judgement.Evidence.Parts
            select (string?[])
            [
                finding.Area, finding.Rule.Id, part.IsBuilding ? "building" : "parcel",
                (part.IsBuilding ? city.Buildings.Ids : city.Parcels.Ids)[part.Row], Number(part.Above), Number(part.Below),
            ]);
        yield return new NamedTable(
            "encroachments", "侵界条带（不计入） Strips listed, not counted", ["area_id", "rule", "parcel", "area_m2", "width_m"],
            from finding in findings
            from strip in finding.Judgement.Evidence.Strips
            select (string?[])[finding.Area, finding.Rule.Id, city.Parcels.Ids[strip.Parcel], Number(strip.AreaM2), Number(strip.WidthM)]);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

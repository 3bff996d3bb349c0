using System.Globalization;
using CityRenewal.Geo.Exact;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Certificates of areas: value, best, bound and what the best area would change.</summary>
internal static class CertificateTable
{
    public static void Print(IReadOnlyList<AreaCertificate> certificates, City city)
    {
        var table = TextTable.Of(
            "片区 area", ">备选地块 candidates", ">环 rings", ">目标值 value m²", ">最优 best m²", ">上界 bound m²", ">差距 gap", "结论 conclusion");
        foreach (var one in certificates)
        {
            table.Row(
                one.Area, one.Candidates, one.Rings, one.Value, one.Best, double.IsFinite(one.Bound) ? one.Bound : null,
                one.Gap is { } gap ? string.Create(CultureInfo.InvariantCulture, $"{100 * gap:0.00} %") : "–", Conclusion(one));
        }

        TextTable.Print(table);
        foreach (var one in certificates.Where(one => one.Added.Count + one.Removed.Count > 0))
        {
            Console.Out.WriteLine($"{one.Area}: + {Some(one.Added, city)}; − {Some(one.Removed, city)}");
        }
    }

    private static string Conclusion(AreaCertificate one) => one.IsClosed
        ? "周边范围内最优 the best of its land"
        : one.IsProven ? "存在更优 a better one exists" : "未证明 not proven";

    private static string Some(IReadOnlyList<int> parcels, City city) => parcels.Count == 0
        ? "–"
        : string.Join(", ", parcels.Take(12).Select(parcel => city.Parcels.Ids[parcel])) + (parcels.Count > 12 ? $", … ({parcels.Count})" : "");
}

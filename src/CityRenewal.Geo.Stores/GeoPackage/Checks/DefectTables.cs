using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Readiness;

namespace CityRenewal.Geo.Stores.GeoPackage.Checks;

/// <summary>The tables of a check that have no geometry.</summary>
internal static class DefectTables
{
    internal static IEnumerable<IReadOnlyList<string?>> Tolerances(CheckReport report) => report.Tolerances.Pairs.Select(
        pair => (IReadOnlyList<string?>)
        [
            pair.Layer, pair.Other, Number(pair.Metres), Number(pair.MedianMetres), pair.Samples.ToString(CultureInfo.InvariantCulture), pair.Confidence,
        ]);

    internal static IEnumerable<IReadOnlyList<string?>> Readiness(CheckReport report) =>
        from conclusion in report.Readiness
        from reason in conclusion.Reasons
        select (IReadOnlyList<string?>)
        [
            conclusion.English, conclusion.Chinese, Word(reason.Carried), reason.English, reason.Chinese, reason.Change, reason.ChangeChinese,
        ];

    private static string Word(Carried carried) => carried switch
    {
        Carried.Yes => "yes",
        Carried.WithReservations => "with_reservations",
        _ => "no",
    };

    private static string? Number(double value) => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture);
}

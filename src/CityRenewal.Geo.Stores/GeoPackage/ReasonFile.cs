using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// Why every parcel of a city is in or out, as a GeoPackage that QGIS opens styled: all parcels by their main reason, and per
/// area what binds it and why its outline stops. Geometry is in the system the city was delivered in.
/// </summary>
public static class ReasonFile
{
    private const string Mark = "reason_counts";

    /// <summary>Writes the reasons; the file appears under its name only when it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reasons">The reasons of a plan.</param>
    /// <param name="areas">What binds its areas.</param>
    /// <param name="frequency">In how many plans each parcel is in; null leaves the columns out.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="StoreException">There is a file of that name that holds no reasons.</exception>
    public static void Write(
        string path, PlanReasons reasons, IReadOnlyList<AreaReasons> areas, PlanFrequency? frequency, CancellationToken cancel = default)
    {
        new LayerFile("reasons", Mark)
        {
            Layers = [(ReasonLayer.Of(reasons, frequency), "纳入与否原因 Reasons")],
            Tables =
            [
                ReasonTables.Limits(reasons, areas), ReasonTables.Stops(areas), ReasonTables.Counts(Mark, reasons),
                new NamedTable("record", "记录 Record", ["name", "value"],
                [
                    ["data_version", reasons.City.DataVersion],
                    ["classification", $"{reasons.City.Classification.Wire()} {reasons.City.Classification.Chinese()}"],
                    ["disclaimer", MeasuredPlan.Disclaimer],
                ]),
            ],
        }.Write(path, cancel);
    }
}

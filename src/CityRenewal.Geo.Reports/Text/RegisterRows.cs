using System.Globalization;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Reports.Text;

/// <summary>The tables of a register as rows of texts under the names of the wire, for CSV. What is unknown is empty; how much of a sum is unknown stands beside it.</summary>
public static class RegisterRows
{
    /// <summary>Entries with their newest step.</summary>
    public static IEnumerable<IReadOnlyList<string>> OfEntries(IEnumerable<RegisterEntry> entries) =>
    [
        ["id", "kind", "area", "name", "category", "phase", "state", "state_chinese", "date", "document", "parcels", "land_m2", "fiscal_coefficient"],
        .. entries.Select(entry => (IReadOnlyList<string>)
        [
            entry.Id, Wire(entry.Kind), entry.Area, entry.Name, entry.Category, entry.Phase, entry.State.Wire(), entry.State.Chinese(),
            Text(entry.History[^1].Date), entry.History[^1].Document, Text(entry.Parcels.Count), Text(entry.LandM2), Text(entry.FiscalCoefficient),
        ]),
    ];

    /// <summary>A roll-up; names of units are looked up by their ids.</summary>
    public static IEnumerable<IReadOnlyList<string>> OfRollUp(IEnumerable<RollUpRow> rows, Func<string, string> nameOf) =>
    [
        [
            "level", "unit", "unit_name", "kind", "entries", .. RegisterStates.All.Select(state => state.Wire()), "land_m2", "buildings",
            "floor_area_m2", "floor_area_unknown", "households", "households_unknown", "people", "people_unknown",
        ],
        .. rows.Select(row => (IReadOnlyList<string>)
        [
            row.Level.ToString().ToLowerInvariant(), row.Unit, nameOf(row.Unit), Wire(row.Kind), Text(row.Entries), .. row.Counts.Select(Text),
            Text(row.Numbers.LandM2), Text(row.Numbers.Buildings), .. Sum(row.Numbers.FloorAreaM2), .. Sum(row.Numbers.Households), .. Sum(row.Numbers.People),
        ]),
    ];

    /// <summary>The factors of 老旧小区 projects; the label stands in every row, so that no copy of one loses it.</summary>
    public static IEnumerable<IReadOnlyList<string>> OfFactors(IEnumerable<FundingFactors> factors) =>
    [
        ["project", "name", "floor_area_m2", "floor_area_unknown", "buildings", "households", "households_unknown", "people", "people_unknown", "fiscal_coefficient", "label"],
        .. factors.Select(one => (IReadOnlyList<string>)
        [
            one.Project.Id, one.Project.Name, .. Sum(one.FloorAreaM2), Text(one.Buildings), .. Sum(one.Households), .. Sum(one.People),
            Text(one.Project.FiscalCoefficient), FundingFactors.Label,
        ]),
    ];

    /// <summary>The word of a kind on the wire.</summary>
    public static string Wire(RegisterKind kind) => kind == RegisterKind.Project ? "project" : "area";

    private static string[] Sum(KnownSum sum) => [Text(sum.Value), Text(sum.Unknown)];

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(double? number) => number is { } known ? Text(known) : "";
}

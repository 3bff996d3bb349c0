using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Register;
using CsCheck;

namespace CityRenewal.Geo.Tests.Register;

/// <summary>Registers made up for tests: areas of parcels, a building on each, projects that take some of them.</summary>
internal static class Registers
{
    public static readonly DateOnly Day = new(2026, 1, 31);

    public static readonly RegisterStep First = new(RegisterState.Candidate, Day, "渝更新〔2026〕1号");

    /// <summary>A register of one area and some projects in it, whatever their parcels.</summary>
    public static readonly Gen<RenewalRegister> Any =
        from parcels in Gen.Select(Gen.Double[100, 9000], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Double[0, 5000], Gen.Int[0, 5]).Array[1, 12]
        from projects in Gen.Select(Gen.Bool.Array[12], Gen.Int[0, 5]).Array[0, 4]
        select Of(
            [.. parcels.Select((one, i) => new RegisteredParcel($"P{i:00}", one.Item1, one.Item3 == 0 ? "" : $"D{one.Item3}", "", one.Item2 == 0 ? "" : $"C{one.Item2}"))],
            [.. parcels.Select((one, i) => Building($"B{i:00}", $"P{i:00}", one.Item5 == 0 ? double.NaN : one.Item4, one.Item5 == 1 ? null : one.Item5))],
            [.. projects.Select(project => (project.Item1, (RegisterState)project.Item2))]);

    /// <summary>A building without an interval around its floor area.</summary>
    public static BaselineBuilding Building(string id, string parcel, double floorArea, int? households = 10, double exempt = 0) =>
        new(id, parcel, new FloorArea(floorArea, floorArea, floorArea), 100, exempt, households, households * 3);

    /// <summary>An entry with one step, or with those that lead to a state.</summary>
    public static RegisterEntry Entry(string id, string area, IReadOnlyList<RegisteredParcel> parcels, RegisterState state = RegisterState.Candidate) => new()
    {
        Id = id,
        Kind = id == area ? RegisterKind.Area : RegisterKind.Project,
        Area = area,
        Category = FundingFactors.Category,
        Parcels = parcels,
        History = state == RegisterState.Candidate ? [First] : [First, First with { State = state }],
    };

    private static RenewalRegister Of(RegisteredParcel[] parcels, BaselineBuilding[] buildings, (bool[] Has, RegisterState State)[] projects)
    {
        var entries = new List<RegisterEntry> { Entry("A1", "A1", parcels) };
        foreach (var (has, state) in projects)
        {
            RegisteredParcel[] own = [.. parcels.Where((_, i) => has[i])];
            if (own.Length > 0)
            {
                entries.Add(Entry($"A1-{entries.Count}", "A1", own, state));
            }
        }

        return new RenewalRegister(entries, [new AreaBaseline("A1", Day, 1, buildings)]);
    }
}

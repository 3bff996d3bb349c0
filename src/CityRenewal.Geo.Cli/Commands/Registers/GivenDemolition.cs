using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>What a user says that an entry demolishes: by a plan, or building by building.</summary>
/// <param name="Plan">Path of a plan; null where none is named.</param>
/// <param name="Elective">Ids of buildings that go by choice.</param>
/// <param name="Exempt">Ids of buildings that go and do not count.</param>
internal sealed record GivenDemolition(string? Plan, IReadOnlyList<string> Elective, IReadOnlyList<string> Exempt)
{
    /// <summary>The claims on an entry's land; everything that lies elsewhere, or is named twice, is told at once.</summary>
    public IReadOnlyList<DemolitionClaim> ClaimsOn(CityWork work, RenewalRegister register, RegisterEntry entry, CancellationToken cancel) =>
        Plan is null ? NamedDemolition.Of((work.City, work.Facts(cancel: cancel)), register, entry, (Elective, Exempt))
        : Elective.Count + Exempt.Count == 0 ? PlannedDemolition.On(PlanFile.Read(Plan), work, entry, cancel)
        : throw new InputException("--plan and --buildings or --exempt: give a plan or a list of buildings, not both");
}

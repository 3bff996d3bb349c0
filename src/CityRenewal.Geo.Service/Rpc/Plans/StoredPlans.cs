using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Brings plans that the office keeps together with their cities again.</summary>
internal sealed class StoredPlans(CityShelf shelf, PlanKeeping keeping)
{
    /// <summary>A plan by its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="field">The field that the name stands in.</param>
    /// <param name="progress">Told how far the work is; null tells nobody.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="MissingException">There is none of that name.</exception>
    public async Task<ReopenedPlan> OpenAsync(string name, string field, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var (city, known) = keeping.Find(name, field);
        var work = await CityRequests.FindAsync(shelf, city.Id, progress, cancel);
        return new ReopenedPlan(city, known, city.ReadPlan(known.Id, PlanFile.Read), work);
    }

    /// <summary>The areas of a plan with the ids of their parcels.</summary>
    /// <exception cref="MissingException">There is none of that name.</exception>
    public IReadOnlyList<V1.AreaMembers> AreasOf(string name, string field)
    {
        var (city, known) = keeping.Find(name, field);
        return [.. city.ReadPlan(known.Id, PlanAreas.Read).Select(area =>
        {
            var members = new V1.AreaMembers { Id = area.Id };
            members.Parcels.AddRange(area.Parcels);
            return members;
        })];
    }
}

using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Finds the parcels of a city that a request names.</summary>
internal sealed class ParcelRequests(City city, List<FieldProblem> problems)
{
    private readonly Lazy<Dictionary<string, int>> _rows = new(() =>
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var parcel = 0; parcel < city.Parcels.Count; parcel++)
        {
            if (city.Parcels.Ids[parcel] is { } id)
            {
                rows[id] = parcel;
            }
        }

        return rows;
    });

    /// <summary>The rows of ids; a foreign id is a problem of its field.</summary>
    public IReadOnlyList<int> RowsOf(string field, IReadOnlyList<string> ids)
    {
        var rows = new List<int>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (_rows.Value.TryGetValue(ids[i], out var row))
            {
                rows.Add(row);
            }
            else
            {
                problems.Add(new FieldProblem($"{field}[{i}]", $"The city has no parcel '{ids[i]}'; give ids as they stand in the parcel layer."));
            }
        }

        return rows;
    }

    /// <summary>Areas by their parcels; an area without parcels is a problem.</summary>
    public IReadOnlyList<AreaMembers> AreasOf(string field, IReadOnlyList<V1.AreaMembers> areas)
    {
        for (var i = 0; i < areas.Count; i++)
        {
            if (areas[i].Parcels.Count == 0)
            {
                problems.Add(new FieldProblem($"{field}[{i}].parcels", $"The area '{areas[i].Id}' has no parcel; leave it out."));
            }
        }

        return [.. areas.Select((area, i) => new AreaMembers(area.Id, [.. RowsOf($"{field}[{i}].parcels", area.Parcels).Order()]))];
    }
}

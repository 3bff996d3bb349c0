using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>The rows of the parcels that a request names; ids that the city does not have are in none.</summary>
public sealed class ParcelIndex
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>Looks up every parcel that the limits of a request name.</summary>
    public ParcelIndex(City city, ProposalOptions options)
    {
        var wanted = NamedIn(options).ToHashSet(StringComparer.Ordinal);
        for (var row = 0; row < city.Parcels.Count && _rows.Count < wanted.Count; row++)
        {
            if (wanted.Contains(city.Parcels.Ids[row]))
            {
                _rows[city.Parcels.Ids[row]] = row;
            }
        }
    }

    /// <summary>The row of a parcel; null where the city has none of that id.</summary>
    public int? RowOf(string id) => _rows.TryGetValue(id, out var row) ? row : null;

    /// <summary>The rows of the parcels of a list that the city has, ascending, each once.</summary>
    public int[] RowsOf(IEnumerable<string> ids) => [.. ids.Select(RowOf).OfType<int>().Distinct().Order()];

    private static IEnumerable<string> NamedIn(ProposalOptions options) =>
    [
        .. options.LockedIn, .. options.LockedOut,
        .. options.Limits.MustLink.SelectMany(group => group),
        .. options.Limits.LinkPrices.SelectMany(link => link.Parcels),
        .. options.Limits.CannotLink.SelectMany(group => group.Parcels),
        .. options.Limits.KeepWhole.SelectMany(group => group.Parcels),
        .. options.Limits.Projects.SelectMany(project => project.Parcels),
    ];
}

using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>What an edit is made with: the state before it, the city, and a list for everything that is impossible about it.</summary>
internal sealed class EditDesk(EditGround ground, EditState state, ParcelOwners owners)
{
    private readonly List<OptionProblem> _problems = [];

    /// <summary>What the session reads from.</summary>
    public EditGround Ground => ground;

    /// <summary>The state before the edit.</summary>
    public EditState State => state;

    /// <summary>Reads areas.</summary>
    public required AreaReader Reader { private get; init; }

    /// <summary>Areas that were read to make the edit, by their parcels.</summary>
    public Dictionary<int[], EditedArea> Known { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>An area as it is now.</summary>
    public required Func<string, EditedArea> Current { get; init; }

    /// <summary>Ends the work.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>The area of a parcel; null where it is in none.</summary>
    public string? OwnerOf(int parcel) => owners[parcel];

    /// <summary>Reads an area that the edit might make.</summary>
    public EditedArea Read(string id, int[] parcels, EditState after) => Known[parcels] = Reader.Read(id, parcels, after);

    /// <summary>The id of a parcel.</summary>
    public string IdOf(int parcel) => ground.City.Parcels.Ids[parcel];

    /// <summary>Something that makes the edit impossible.</summary>
    public void Refuse(string field, string value, string message, string remedy) => _problems.Add(new OptionProblem(field, value, message, remedy));

    /// <summary>Refuses the edit where anything about it is impossible.</summary>
    /// <exception cref="EditException">Lists all of it.</exception>
    public void Require()
    {
        if (_problems.Count > 0)
        {
            throw new EditException(_problems);
        }
    }

    /// <summary>The parcels of an area; empty and refused where there is none of that id.</summary>
    public int[] Area(string id)
    {
        if (state.Areas.TryGetValue(id, out var parcels))
        {
            return parcels;
        }

        var known = string.Join(", ", state.Areas.Keys.Take(5));
        Refuse("area", id, "The plan has no area of that id.", state.Areas.Count == 0 ? "Begin one first." : $"There are {state.Areas.Count}: {known}{(state.Areas.Count > 5 ? ", …" : "")}.");
        return [];
    }

    /// <summary>Rows of parcels by id; those that cannot be in any area are refused.</summary>
    public List<int> Parcels(IReadOnlyList<string> ids)
    {
        var rows = new List<int>(ids.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (ids.Count == 0)
        {
            Refuse("parcels", "", "No parcel is named.", "Give the ids of one or more parcels.");
        }

        foreach (var id in ids)
        {
            if (!seen.Add(id))
            {
                Refuse("parcel", id, "The parcel is named twice.", "Name it once.");
            }
            else if (!ground.Parcels.TryFind(id, out var row))
            {
                RefuseUnknown(id);
            }
            else
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>Refuses parcels that have no land of their own in the fabric, or are in an area already.</summary>
    public void RequireFree(IEnumerable<int> parcels)
    {
        foreach (var parcel in parcels)
        {
            if (ground.Plan.NetAreas[parcel] <= 0)
            {
                Refuse("parcel", IdOf(parcel), "It has no land of its own (above or under ground, overlapped, or unusable), so no area can hold it.", "Take the surface parcel.");
            }
            else if (owners[parcel] is { } owner)
            {
                Refuse("parcel", IdOf(parcel), $"It is in {owner} already.", $"Move it from there: move {owner} … {IdOf(parcel)}.");
            }
        }
    }

    /// <summary>Refuses parcels that are not in an area.</summary>
    public void RequireIn(string area, IEnumerable<int> parcels)
    {
        foreach (var parcel in parcels)
        {
            if (owners[parcel] != area)
            {
                Refuse("parcel", IdOf(parcel), owners[parcel] is { } owner ? $"It is in {owner}, not in {area}." : $"It is in no area, so not in {area}.", "Name parcels of the area.");
            }
        }
    }

    private void RefuseUnknown(string id)
    {
        var cut = state.Cuts.Find(cut => cut.Id == id);
        Refuse(
            "parcel", id, cut is null ? "The city has no parcel of that id." : "The parcel was split in this session.",
            cut is null ? "Give ids as they stand in the parcel layer." : $"Name its parts: {string.Join(", ", cut.PartIds)}.");
    }
}

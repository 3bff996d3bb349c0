namespace CityRenewal.Geo.Editing;

/// <summary>The area that each parcel is in, kept in step with the state of a session.</summary>
internal sealed class ParcelOwners(int count)
{
    // A planner splits more than one parcel.
    private const int Room = 1000;

    private string?[] _owners = new string?[count];

    /// <summary>The area of a parcel; null where it is in none.</summary>
    public string? this[int parcel] => _owners[parcel];

    /// <summary>Makes room for the parcels of a city; those behind the last of before are in no area.</summary>
    public void Hold(int parcels)
    {
        if (parcels > _owners.Length)
        {
            Array.Resize(ref _owners, parcels + Room);
        }
    }

    /// <summary>Goes from the areas of one state to those of another.</summary>
    /// <param name="from">The state so far.</param>
    /// <param name="to">The next state.</param>
    /// <param name="areas">The areas in which they differ.</param>
    public void Follow(EditState from, EditState to, IReadOnlyCollection<string> areas)
    {
        foreach (var id in areas)
        {
            Set(from.Areas.GetValueOrDefault(id, []), null);
        }

        foreach (var id in areas)
        {
            Set(to.Areas.GetValueOrDefault(id, []), id);
        }
    }

    private void Set(int[] parcels, string? owner)
    {
        foreach (var parcel in parcels)
        {
            _owners[parcel] = owner;
        }
    }
}

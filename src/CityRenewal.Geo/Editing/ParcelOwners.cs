namespace CityRenewal.Geo.Editing;

/// <summary>The area that each parcel is in, kept in step with the state of a session.</summary>
internal sealed class ParcelOwners(int count)
{
    private readonly string?[] _owners = new string?[count];

    /// <summary>The area of a parcel; null where it is in none.</summary>
    public string? this[int parcel] => _owners[parcel];

    /// <summary>Goes from the areas of one state to those of another.</summary>
    public void Follow(EditState from, EditState to)
    {
        foreach (var (id, parcels) in from.Areas)
        {
            if (!to.Areas.TryGetValue(id, out var kept) || kept != parcels)
            {
                Set(parcels, null);
            }
        }

        foreach (var (id, parcels) in to.Areas)
        {
            if (!from.Areas.TryGetValue(id, out var known) || known != parcels)
            {
                Set(parcels, id);
            }
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

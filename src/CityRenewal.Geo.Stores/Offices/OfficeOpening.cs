using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.PostGis;

namespace CityRenewal.Geo.Stores.Offices;

/// <summary>Opens an office wherever it lies.</summary>
public static class OfficeOpening
{
    /// <summary>Opens the office, and makes it where there is none.</summary>
    /// <param name="where">A folder, or the address of a PostGIS database: postgresql://user@host:5432/database.</param>
    /// <param name="attached">City files by the id that they are called by; for a folder alone.</param>
    /// <exception cref="StoreException">It cannot be opened; says why, and what to do.</exception>
    public static IOfficeStore Open(string where, IReadOnlyDictionary<string, string>? attached = null)
    {
        if (!PostGisOffice.IsAddress(where))
        {
            return FolderOffice.Open(where, attached);
        }

        return attached is null or { Count: 0 } ? PostGisOffice.Open(where) : throw new StoreException(
            string.Join(", ", attached.Values), "City files are attached to an office in a folder, not to one in PostGIS.",
            "Bring their layers into the office, or choose a folder with --store.");
    }
}

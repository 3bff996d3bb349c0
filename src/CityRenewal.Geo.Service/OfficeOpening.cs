using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.PostGis;

namespace CityRenewal.Geo.Service;

/// <summary>Opens the office that a service is started on: a folder, or a PostGIS database.</summary>
internal static class OfficeOpening
{
    /// <summary>Opens it.</summary>
    /// <exception cref="StoreException">It cannot be opened, or city files are given to a database.</exception>
    public static IOfficeStore Open(ServiceOptions options) =>
        !PostGisOffice.IsAddress(options.Store) ? FolderOffice.Open(options.Store, options.Cities)
        : options.Cities.Count == 0 ? OfDatabase(options.Store)
        : throw new StoreException(
            "--city", "City files can be attached to an office in a folder only.", "Leave --city out and upload the layers, or choose a folder with --store.");

    private static PostGisOffice OfDatabase(string address)
    {
        var office = PostGisOffice.Open(address);
        try
        {
            office.HoldForService();
            return office;
        }
        catch
        {
            office.Dispose();
            throw;
        }
    }
}

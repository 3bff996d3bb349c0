using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>An office in a folder.</summary>
public sealed class FolderHome : IOfficeHome
{
    private readonly TemporaryFolder _folder = new();

    internal string Folder => _folder["office"];

    public IOfficeStore Open() => FolderOffice.Open(Folder);

    public void RunSql(string city, string sql) => TemporaryFolder.Sql(CityFile(city), sql);

    public void RunRecordSql(string sql) => TemporaryFolder.Sql(Path.Combine(Folder, "office.sqlite"), sql);

    public void Dispose() => _folder.Dispose();

    internal string CityFile(string city) => Path.Combine(Folder, "cities", city, "city.gpkg");
}

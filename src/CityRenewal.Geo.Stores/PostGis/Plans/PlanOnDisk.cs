namespace CityRenewal.Geo.Stores.PostGis.Plans;

/// <summary>A place for a plan's GeoPackage while somebody works on it; nobody else may read it, and it goes afterwards.</summary>
internal sealed class PlanOnDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("renewal-plan-");

    /// <summary>Where the file is, or is to be.</summary>
    internal string Path => System.IO.Path.Combine(_folder.FullName, "plan.gpkg");

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file that another program still holds is left to the system's own tidying.
        }
    }
}

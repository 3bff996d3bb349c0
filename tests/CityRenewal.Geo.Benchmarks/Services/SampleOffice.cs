using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Benchmarks.Services;

/// <summary>A service in a folder of its own with a sample city in it.</summary>
internal sealed class SampleOffice : IDisposable
{
    /// <summary>The name of its city.</summary>
    public const string City = "cities/benchmark";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-benchmark-");

    public SampleOffice(int parcels)
    {
        CityFile.Write(Path, SampleCity.Of(new SampleOptions(parcels, 7)), new CityFileOptions { BaselineYear = SampleOptions.BaselineYear });
        Process = new OfficeProcess(System.IO.Path.Combine(_folder.FullName, "office"));
        LayerTransfer.UploadAsync(Process, City, Path, SampleOptions.BaselineYear).Wait();
    }

    /// <summary>The file of the city.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "city.gpkg");

    public OfficeProcess Process { get; }

    public void Dispose()
    {
        Process.Dispose();
        _folder.Delete(recursive: true);
    }
}

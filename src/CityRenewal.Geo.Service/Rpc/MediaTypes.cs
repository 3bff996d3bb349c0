namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Media types of the files that calls answer with.</summary>
internal static class MediaTypes
{
    public const string GeoPackage = "application/geopackage+sqlite3";
    public const string Html = "text/html; charset=utf-8";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Zip = "application/zip";
}

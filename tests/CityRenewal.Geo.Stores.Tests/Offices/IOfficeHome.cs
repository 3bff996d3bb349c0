using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>A place of its own where an office may lie for one test.</summary>
public interface IOfficeHome : IDisposable
{
    /// <summary>Opens the office; again after it was closed.</summary>
    IOfficeStore Open();

    /// <summary>Changes what the office keeps of a city behind its back, with SQL that names tables alone.</summary>
    void RunSql(string city, string sql);

    /// <summary>Changes the records behind the office's back.</summary>
    void RunRecordSql(string sql);
}

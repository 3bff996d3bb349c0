namespace CityRenewal.Geo.Register;

/// <summary>What is registered.</summary>
public enum RegisterKind
{
    /// <summary>A renewal area 更新片区.</summary>
    Area = 0,

    /// <summary>A project 更新项目 inside an area.</summary>
    Project = 1,
}

namespace CityRenewal.Geo.Register;

/// <summary>The units that a register is summed by.</summary>
public enum RollUpLevel
{
    /// <summary>Community 社区.</summary>
    Community = 0,

    /// <summary>Street 街道.</summary>
    Street = 1,

    /// <summary>District 区县.</summary>
    District = 2,

    /// <summary>The whole city 全市.</summary>
    City = 3,
}

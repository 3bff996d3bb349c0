namespace CityRenewal.Geo.Register;

/// <summary>How far an area or project has come in the register.</summary>
public enum RegisterState
{
    /// <summary>Candidate 候选: named, not admitted.</summary>
    Candidate = 0,

    /// <summary>In the library 入库.</summary>
    InLibrary = 1,

    /// <summary>In the plan of a year 年度计划.</summary>
    AnnualPlan = 2,

    /// <summary>Under way 实施中.</summary>
    UnderWay = 3,

    /// <summary>Done 完成.</summary>
    Done = 4,

    /// <summary>Exited 退出: given up; what it demolished already still counts.</summary>
    Exited = 5,
}

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>The mapping that reads a delivery of the sample.</summary>
internal static class OfficeMapping
{
    public const string Text = """
        # The sample city as its offices deliver it: `renewal import delivered/* --map delivered/mapping.yaml -o city.gpkg`
        city: 交付样例城区
        baseline_year: 2026
        layers:
        # Cadastral parcels 宗地: GBK table without .cpg, area in the unit that MJDW names.
        - layer: parcels
          file: ZDJBXX.shp
          id: ZDDM
          fields:
            land_use: YDYHFLDM
            land_use_system: =用地用海分类
            declared_area_m2: ZDMJ
            far_limit: RJL
            rights_position: QLSDFS
            source_kind: =宗地
          values:
            rights_position: { 1: above, 2: surface, 3: underground }
          units:
            declared_area_m2: { field: MJDW, 1: m2, 2: mu, 3: ha }
        # Buildings 自然幢 in degrees, without parcel id: the overlay says where they stand. Podium and tower come as two rows of one code.
        - layer: buildings
          file: fangwu.geojson
          id: 房屋编号
          parts: group
          fields:
            part_kind: 部位
            storeys_above: ZCS
            floor_area_m2: JZMJ
            floor_area_origin: =registered
            year_built: JGSJ
            structure: FWJG
            danger_grade: 鉴定等级
            illegal_area_m2: 违建
            households: 居住情况/户数
            people: 居住情况/人口
            renewed_year: 改造年份
          # The register of buildings by code, the list of renewed ones by name.
          ledgers:
          - { file: 房屋台账.xlsx, key: { 房屋编号: 房屋编号 } }
          - { file: 改造名册.csv, name: { 楼栋名称: 楼栋名称 } }
          values:
            storeys_above: { 0: unknown }
            structure: { 1: steel, 3: reinforced-concrete, 4: brick-concrete, 5: brick-wood }
            # 是 says that something is illegal, not how much of it.
            illegal_area_m2: { 否: 0, 是: unknown }
        # Urban development boundary 城镇开发边界: the subzone by its code, else by its name.
        - layer: udb
          file: sanqusanxian.gpkg/CZKFBJ
          id: BSM
          fields:
            kind: [GHFQDM, GHFQMC]
            name: GHFQMC
            declared_area_m2: MJ
          values:
            kind: { 01: concentrated, 02: elastic, 03: special }
          units:
            declared_area_m2: ha
        # Historic protection lines 历史文化保护线: no .prj, the office says CGCS2000 / CM 108E.
        - layer: historic_zones
          file: LSWHBHX.shp
          crs: 4545
          id: BSM
          fields:
            kind: BHXLX
            name: BHXMC
            parent_id: 所属街区
            max_height_m: 限高
        - layer: barriers
          file: 阻隔要素.zip/道路铁路
          id: 编号
          fields: { kind: 类型, width_m: 宽度 }
        - layer: water
          file: 阻隔要素.zip/水系面
          id: 编号
          fields: { name: 河流名称 }
        - layer: planning_units
          file: guanli_danyuan.geojson
          id: unit_id
          fields: { name: name }
        # A .dbf cuts field names to ten bytes: building_id is delivered as building_i.
        - layer: protected_items
          file: lishi_jianzhu.shp
          id: hist_id
          fields: { kind: 类别, building_id: building_i }
          values:
            kind: { 历史建筑: historic_building, 传统风貌建筑: traditional_building, 不可移动文物: immovable_relic, 古树名木: old_tree }

        """;
}

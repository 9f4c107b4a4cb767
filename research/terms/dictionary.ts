/**
 * Technologies that projects of industry name, with the ways of writing them. Kept by hand; whoever changes a line raises
 * `dictionaryVersion`, which stands in every row that the dictionary makes. A line: id | Chinese | English | variants, …
 * words, … that hold one of these and mean something else. Capitals, full-width and traditional characters need no line of
 * their own. Left out are words that name no technology but an aim (智能制造, 数字化转型, 工业互联网).
 */
export const dictionaryVersion = '2026.1';

export const dictionary = `
5g | 5G | 5G | 第五代移动通信, 5G专网, 5G虚拟专网, 5G-A, 5G+, fifth generation mobile
ai | 人工智能 | artificial intelligence | AI技术, AI
machine-learning | 机器学习 | machine learning | 强化学习, 联邦学习, 迁移学习, reinforcement learning, federated learning
deep-learning | 深度学习 | deep learning | 神经网络, 卷积网络, neural network, neural networks
large-model | 大模型 | large model | 大语言模型, 大规模预训练, 生成式人工智能, 生成式AI, LLM, GPT, foundation model, foundation models, large language model, large language models, generative AI | 放大模型, 扩大模型
machine-vision | 机器视觉 | machine vision | 计算机视觉, 视觉检测, 视觉识别, 图像识别, AI质检, computer vision, image recognition
speech | 语音识别 | speech recognition | 自然语言处理, 智能语音, NLP, natural language processing
knowledge-graph | 知识图谱 | knowledge graph | 图谱推理, knowledge graphs
big-data | 大数据 | big data | 数据挖掘, data mining | 最大数据, 更大数据, 较大数据, 扩大数据, 放大数据, 加大数据, 巨大数据
data-middle-platform | 数据中台 | data middle platform | 数据湖, 湖仓一体, data lake, lakehouse
digital-twin | 数字孪生 | digital twin | 数字双胞胎, 数字镜像, 孪生体, digital twins
simulation | 仿真 | simulation | 虚拟仿真, 模拟仿真, 工业仿真, CAE, simulations | 高仿真皮, 仿真花, 仿真丝
modelling | 机理模型 | mechanism model | 机理建模, 机理仿真
cloud | 云计算 | cloud computing | 上云, 云平台, 云服务, 工业云, 私有云, 混合云, 云原生, cloud platform, cloud native | 上云南, 上云集
edge | 边缘计算 | edge computing | 边缘智能, 边缘云, 边缘网关, 边缘控制器, 云边协同, edge AI, edge gateway
iot | 物联网 | internet of things | IoT, 工业物联网, IIoT, AIoT, 物联平台, 窄带物联网, NB-IoT, industrial internet of things
identifier | 标识解析 | identifier resolution | 工业标识, 标识解析体系, 主动标识, Handle标识
blockchain | 区块链 | blockchain | 分布式账本, 智能合约, 联盟链, smart contract, smart contracts, distributed ledger
robot | 机器人 | robot | 机械臂, 工业机器人, 协作机器人, robots, robotics | 机器人员, 机器人工
agv | 自动导引车 | automated guided vehicle | AGV, AMR, 无人搬运车, 自动导航小车
uav | 无人机 | unmanned aerial vehicle | UAV, 无人飞行器, drone, drones | 无人机构, 无人机关
autonomous-driving | 自动驾驶 | autonomous driving | 无人驾驶, 无人矿卡, 自主驾驶
vr | 虚拟现实 | virtual reality | VR, 元宇宙, 扩展现实, XR, metaverse
ar | 增强现实 | augmented reality | AR, 混合现实, AR眼镜, mixed reality
additive | 增材制造 | additive manufacturing | 3D打印, 三维打印, 3D printing
cnc | 数控 | numerical control | CNC, 数控机床, 数控系统, 五轴联动
plc | 可编程控制器 | programmable logic controller | PLC, 可编程逻辑控制器
dcs | 分散控制系统 | distributed control system | DCS, 集散控制系统, 分布式控制系统
scada | 数据采集与监控 | SCADA | SCADA, 数据采集与监视控制
mes | 制造执行系统 | manufacturing execution system | MES, 制造运营管理, MOM, 生产执行系统
erp | 企业资源计划 | enterprise resource planning | ERP, 企业资源管理系统
plm | 产品生命周期管理 | product lifecycle management | PLM, 产品全生命周期管理
cad | 计算机辅助设计 | computer-aided design | CAD, 三维设计, 参数化设计
wms | 仓储管理系统 | warehouse management system | WMS, 立体仓库, 智能仓储, 立库
aps | 高级计划排程 | advanced planning and scheduling | APS, 智能排产, 高级排产, 高级计划与排程
bim | 建筑信息模型 | building information modelling | BIM, building information modeling
gis | 地理信息系统 | geographic information system | GIS, 地理信息
positioning | 卫星导航 | satellite navigation | 北斗, 北斗导航, GNSS, GPS, 高精度定位, 室内定位, UWB | 北斗星小区
rfid | 射频识别 | radio-frequency identification | RFID, 电子标签, 射频标签
sensor | 传感器 | sensor | 智能传感, 传感网, 光纤传感, sensors
tsn | 时间敏感网络 | time-sensitive networking | TSN
pon | 无源光网络 | passive optical network | PON, 全光网络, 工业PON, F5G, 千兆光网
ipv6 | IPv6 | IPv6 | IPV6+, 互联网协议第六版
opc-ua | OPC UA | OPC UA | OPC统一架构
wifi6 | Wi-Fi 6 | Wi-Fi 6 | WiFi6, WIFI 6
network-security | 网络安全 | network security | 工控安全, 工业信息安全, 安全态势感知, 零信任, cybersecurity, zero trust
privacy-computing | 隐私计算 | privacy computing | 可信数据空间, 数据沙箱, 多方安全计算, secure multi-party computation
low-code | 低代码 | low code | 零代码, 无代码开发, low-code, no-code
microservice | 微服务 | microservices | 容器化, Kubernetes, 微服务架构, microservice | 稍微服务
predictive-maintenance | 预测性维护 | predictive maintenance | 预防性维护, 故障预测, 设备健康管理, PHM, 故障诊断
remote-operation | 远程运维 | remote operation and maintenance | 远程监控, 远程诊断, 远程控制
energy-management | 能源管理 | energy management | 能耗管理, 能碳管理, 智慧能源
carbon | 碳足迹 | carbon footprint | 碳排放管理, 碳核算, 双碳管理, 碳管理
mbd | 基于模型的定义 | model-based definition | MBD, MBSE, 基于模型的系统工程
spc | 统计过程控制 | statistical process control | SPC
trace | 质量追溯 | quality traceability | 全流程追溯, 产品追溯, 溯源, 追溯系统, traceability
chip | 芯片 | chip | 集成电路, 半导体, semiconductor, integrated circuit
new-energy-vehicle | 新能源汽车 | new-energy vehicle | 电动汽车, 动力电池, electric vehicle
photovoltaic | 光伏 | photovoltaics | 太阳能电池, 光伏组件
hydrogen | 氢能 | hydrogen energy | 燃料电池, fuel cell, fuel cells
quantum | 量子 | quantum technology | 量子通信, 量子计算, 量子加密, quantum computing | 量子点
`;
